import type { PageImage } from '#lib/records/images.ts';

/** The columns of an image, under the names of `ImageRow`; of `imageTables`. */
export const imageColumns = `m.id, m.page, o.label, m.width, m.height, o.href, m.pyramid_key IS NOT NULL AS held, m.service_id, m.service_type,
  m.service_profile, o.media_type, o.rights_uri, t.image_id IS NOT NULL AS has_text`;
export const imageTables =
  'eli4u.image m JOIN eli4u.digital_object o USING (id) LEFT JOIN eli4u.page_text t ON t.image_id = m.id';

export interface ImageRow {
  id: string;
  page: number;
  label: string | null;
  width: number;
  height: number;
  href: string;
  held: boolean;
  service_id: string | null;
  service_type: 'ImageService2' | 'ImageService3' | null;
  service_profile: string | null;
  media_type: string | null;
  rights_uri: string | null;
  has_text: boolean;
}

/** A row as the image that is shown. */
export function imageOf(row: ImageRow): PageImage {
  const { service_id: id, service_type: type, service_profile: profile } = row;
  return {
    id: row.id,
    page: row.page,
    label: row.label,
    width: row.width,
    height: row.height,
    place: row.held
      ? { kind: 'held' }
      : id !== null && type !== null
        ? { kind: 'service', id, type, profile }
        : { kind: 'file', href: row.href },
    mediaType: row.media_type,
    rightsUri: row.rights_uri,
    hasText: row.has_text,
  };
}
