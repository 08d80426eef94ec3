import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { Problem, ValidateRecord } from '#domain/partners/iati';

/** Below the folder that the server is started in, as the migrations are. */
const folder = 'server/features/iati-imports/schemas';
const schemas = {
  activities: 'iati-activities-schema.xsd',
  organisations: 'iati-organisations-schema.xsd',
} as const;
const included = ['iati-common.xsd', 'xml.xsd'];

const safely =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;

/**
 * Validates records against the official XSDs of 2.03, each alone within the root of its file, so that memory does not
 * grow with the file. libxml2 runs in WebAssembly and sees the four schemas only: no network, no disk, no entities.
 */
export function makeRecordValidator(): ValidateRecord {
  const validators = { activities: load(schemas.activities), organisations: load(schemas.organisations) };
  return ({ element, source, rootTag, header }) => {
    const root = header.standard === 'activities' ? 'iati-activities' : 'iati-organisations';
    const broken = validate(`${rootTag}${source}</${root}>`, validators[header.standard]);
    return broken.map(
      ({ line, message }): Problem => ({
        code: 'schema_invalid',
        grade: 'error',
        // The root stands on the record's first line.
        line: element.line + Math.max(0, line - 1),
        path: `${element.name}[${element.position}]`,
        details: { message: message.trim().slice(0, 400) },
      }),
    );
  };
}

function validate(text: string, validator: XsdValidator): { line: number; message: string }[] {
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromString(text, { option: safely });
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details;
    throw error;
  } finally {
    document?.dispose();
  }
}

function load(name: string): XsdValidator {
  const files = [name, ...included].map((file) => [file, readFileSync(join(folder, file))] as const);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
  const document = XmlDocument.fromBuffer(readFileSync(join(folder, name)), { url: name, option: safely });
  try {
    return XsdValidator.fromDoc(document);
  } finally {
    document.dispose();
  }
}
