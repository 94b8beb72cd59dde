const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  json: 'application/json',
  txt: 'text/plain',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  tiff: 'image/tiff',
  p7m: 'application/pkcs7-mime',
  eml: 'message/rfc822',
  zip: 'application/zip',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The media type (RFC 6838) of a format as records name it. */
export const mediaTypeOf = (format: string): string => mediaTypes[format.toLowerCase()] ?? 'application/octet-stream';
