-- Images of records (lib/store/images/README.md). An image is a digital object with a size and, where we hold it, a pyramid of its own; those of a record come
-- from one place, and are told by one row.

-- Belongs to the images of its record, and not to its finding aid: loading one of the two leaves what the other said.
ALTER TABLE eli4u.digital_object ADD COLUMN of_images boolean NOT NULL DEFAULT false;

CREATE TABLE eli4u.image_set (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id) ON DELETE CASCADE,
  origin text NOT NULL CHECK (origin IN ('folder', 'mets', 'manifest')),
  -- the folder's name, the METS file's, the address of another's manifest
  source_name text NOT NULL,
  -- of the METS file or the manifest; of a folder, of the names and hashes of what lies in it: the same again changes nothing
  source_hash text NOT NULL,
  viewing_direction text NOT NULL DEFAULT 'left-to-right'
    CHECK (viewing_direction IN ('left-to-right', 'right-to-left', 'top-to-bottom', 'bottom-to-top')),
  -- pages face each other
  paged boolean NOT NULL DEFAULT false,
  -- parts of the whole, as METS or another's manifest tells them: ImageRange[] (lib/records/images.ts)
  structures jsonb NOT NULL DEFAULT '[]',
  rights_uri text,
  required_statement text,
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE eli4u.image (
  id text PRIMARY KEY REFERENCES eli4u.digital_object (id) ON DELETE CASCADE,
  record_id text NOT NULL REFERENCES eli4u.image_set (record_id) ON DELETE CASCADE,
  -- from 1, without gaps
  page integer NOT NULL CHECK (page > 0),
  -- as shown: orientation of the camera is done away with
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  -- what was read: a file below what was ingested, the page of it where it has several; its name is what keeps the id when it is loaded again
  original_name text NOT NULL,
  original_page integer NOT NULL DEFAULT 1,
  original_hash text,
  original_bytes bigint,
  original_type text,
  -- held here: where the pyramid lies below the folder of images
  pyramid_key text,
  -- lies with another, by an image service or as a file
  service_id text,
  service_type text CHECK (service_type IN ('ImageService2', 'ImageService3')),
  service_profile text,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((pyramid_key IS NULL) <> (original_hash IS NOT NULL)),
  CHECK (pyramid_key IS NULL OR service_id IS NULL),
  UNIQUE (record_id, page) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (record_id, original_name, original_page)
);
CREATE INDEX image_pyramid ON eli4u.image (pyramid_key) WHERE pyramid_key IS NOT NULL;

-- What is written on a page, with its places in pixels of the image: PageLine[] (lib/records/page-text.ts).
CREATE TABLE eli4u.page_text (
  image_id text PRIMARY KEY REFERENCES eli4u.image (id) ON DELETE CASCADE,
  record_id text NOT NULL REFERENCES eli4u.image_set (record_id) ON DELETE CASCADE,
  origin text NOT NULL CHECK (origin IN ('alto', 'hocr', 'recognised')),
  language text,
  -- lines, one under the other
  plain text NOT NULL,
  lines jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX page_text_record ON eli4u.page_text (record_id);

-- Of what may not be read yet, an institution may let everybody see images up to so many pixels a side (IIIF Authorization Flow 2, tiered access). Null: none.
ALTER TABLE eli4u.institution ADD COLUMN reserved_image_side integer CHECK (reserved_image_side BETWEEN 64 AND 1000);

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.image_set, eli4u.image, eli4u.page_text TO eli4u_app;
GRANT MAINTAIN ON eli4u.image, eli4u.page_text TO eli4u_app;
