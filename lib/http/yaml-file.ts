/** The YAML of a version as a file to save. */
export const yamlFile = (yaml: string, { code, version }: { code: string; version: number }): Response =>
  new Response(yaml, {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${code}.v${version}.yaml"`,
      'cache-control': 'no-store',
    },
  });
