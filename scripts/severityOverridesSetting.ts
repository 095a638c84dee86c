import { settings } from '../common/src/protocol/settings';
import { defaultSeverities } from '../server/src/problems/severities';
import type { ProblemSection } from './problemSections';

export interface Manifest {
  readonly repository: { readonly url: string };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

/** The texts of the manifest by their keys, as package.nls.json has them. */
export type ManifestTexts = Readonly<Record<string, string>>;

const settingKey = 'setting.diagnosticSeverityOverrides.description';
/** Only generated texts have keys that start like this. */
const problemKey = (code: string): string => `problem.${code}`;
const isProblemKey = (key: string): boolean => key.startsWith(problemKey(''));

/**
 * The manifest where the setting for severities has a property for each section of docs/problems.md with the code of a problem.
 * Everything else stays the same.
 */
export function withSeverityOverrides<T extends Manifest>(manifest: T, sections: readonly ProblemSection[]): T {
  const { configuration } = manifest.contributes;
  const properties = { ...configuration.properties, [settings.severityOverrides]: setting(sections) };
  return {
    ...manifest,
    contributes: { ...manifest.contributes, configuration: { ...configuration, properties } },
  };
}

/** The texts of the manifest with those of the same setting. All other texts stay the same. */
export function withSeverityOverrideTexts(
  texts: ManifestTexts,
  { repository }: Manifest,
  sections: readonly ProblemSection[],
): ManifestTexts {
  const page = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/problems.md`;
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([key]) => !isProblemKey(key))),
    [settingKey]: `Overrides the severity of individual [problems](${page}) by their code, or turns them off.`,
    ...Object.fromEntries(withSeverity(sections).flatMap((section) => Object.entries(overrideTexts(section, page)))),
  };
}

const withSeverity = (sections: readonly ProblemSection[]): ProblemSection[] =>
  sections.filter(({ code }) => Object.hasOwn(defaultSeverities, code));

const setting = (sections: readonly ProblemSection[]) => ({
  type: 'object',
  default: {},
  scope: 'resource',
  markdownDescription: `%${settingKey}%`,
  properties: Object.fromEntries(withSeverity(sections).map(({ code }) => [code, override(code)])),
  additionalProperties: false,
});

/** The Settings editor shows the plain description of a property, and settings.json the one with a link. */
const override = (code: string) => ({
  type: 'string',
  enum: ['error', 'warning', 'information', 'hint', 'off'],
  description: `%${problemKey(code)}.description%`,
  markdownDescription: `%${problemKey(code)}.markdownDescription%`,
});

function overrideTexts({ code, title, severity }: ProblemSection, page: string): ManifestTexts {
  const description = `${title} Default: ${severity}.`;
  return {
    [`${problemKey(code)}.description`]: description.replaceAll('`', ''),
    [`${problemKey(code)}.markdownDescription`]: `${description} [See an example](${page}#${code}).`,
  };
}
