import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** XSD 1.1 needs Xerces, which Maven brings. */
const jars = [
  'org.exist-db.thirdparty.xerces:xercesImpl:2.12.2:jar:xml-schema-1.1',
  'org.exist-db.thirdparty.org.eclipse.wst.xml:xpath2:1.2.0',
  'edu.princeton.cup:java-cup:10k',
  'com.ibm.icu:icu4j:77.1',
  'xml-apis:xml-apis:1.4.01',
  'xml-resolver:xml-resolver:1.2',
];

const validator = `
import java.io.File;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.*;
import org.xml.sax.*;

public class Validate {
  public static void main(String[] arguments) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/XML/XMLSchema/v" + arguments[0],
      "org.apache.xerces.jaxp.validation." + (arguments[0].equals("1.1") ? "XMLSchema11Factory" : "XMLSchemaFactory"), null);
    Schema schema = factory.newSchema(new File(arguments[1]));
    for (int i = 2; i < arguments.length; i++) {
      final String name = new File(arguments[i]).getName();
      Validator validator = schema.newValidator();
      validator.setErrorHandler(new ErrorHandler() {
        public void warning(SAXParseException problem) {}
        public void error(SAXParseException problem) {
          System.out.println(name + ":" + problem.getLineNumber() + ": " + problem.getMessage().replaceAll("\\\\s+", " "));
        }
        public void fatalError(SAXParseException problem) { error(problem); }
      });
      validator.validate(new StreamSource(new File(arguments[i])));
      System.out.println("READ " + name);
    }
  }
}
`;

export interface Xerces {
  /** Why it can't be had here; undefined when it can. */
  missing: string | undefined;
  /** The problems a schema finds in files, one line each. Throws where one was not read to its end. */
  problems(version: '1.0' | '1.1', schema: string, files: readonly string[]): Promise<string[]>;
  end(): Promise<void>;
}

/** A validator of XML Schema 1.0 and 1.1, in a folder of its own. */
export async function openXerces(): Promise<Xerces> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-xerces-'));
  await writeFile(path.join(folder, 'Validate.java'), validator);
  const missing = await bring(folder);
  return {
    missing,
    problems: async (version, schema, files) => {
      const { stdout } = await run(
        'java',
        ['-cp', path.join(folder, 'lib', '*'), path.join(folder, 'Validate.java'), version, schema, ...files],
        { maxBuffer: 64 * 1024 * 1024 },
      );
      const lines = stdout.split('\n').filter((line) => line !== '');
      const read = lines.filter((line) => line.startsWith('READ ')).length;
      if (read !== files.length) throw new Error(`${read} of ${files.length} files were read to their end`);
      return lines.filter((line) => !line.startsWith('READ '));
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

async function bring(folder: string): Promise<string | undefined> {
  if (!(await works('javac', '-version'))) return 'there is no JDK (javac) to run Xerces';
  if (!(await works('mvn', '--version'))) return 'there is no Maven (mvn) to bring Xerces';
  for (const artifact of jars) {
    const refused = await run(
      'mvn',
      ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}/lib`],
      { cwd: folder },
    ).then(
      () => null,
      (cause: unknown) => `Maven could not bring ${artifact}: ${String(cause).slice(0, 200)}`,
    );
    if (refused !== null) return refused;
  }
  return existsSync(path.join(folder, 'lib')) ? undefined : 'Maven brought nothing';
}

async function works(program: string, flag: string): Promise<boolean> {
  return run(program, [flag]).then(
    () => true,
    () => false,
  );
}
