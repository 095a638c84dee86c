import { defaultSeverities } from '../server/src/problems/severities';
import type { ProblemSection } from './problemSections';

export interface Manifest {
  readonly repository: { readonly url: string };
  readonly contributes: { readonly configuration: readonly SettingsCategory[] };
}

export interface SettingsCategory {
  readonly title: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The title of the settings that are generated. */
const category = 'Problems';

/** A manifest whose category of problems has a setting for each section of docs/problems.md that is of a code. */
export function withProblemSettings<T extends Manifest>(manifest: T, sections: readonly ProblemSection[]): T {
  const page = `${manifest.repository.url.replace(/\.git$/, '')}/blob/main/docs/problems.md`;
  const properties = Object.fromEntries(
    sections
      .filter(({ code }) => code in defaultSeverities)
      .map((section) => [`cloudElements.problems.${section.code}`, setting(section, page)]),
  );
  const configuration = manifest.contributes.configuration.map((settings) =>
    settings.title === category ? { ...settings, properties } : settings,
  );
  return { ...manifest, contributes: { ...manifest.contributes, configuration } };
}

const setting = ({ code, title, severity }: ProblemSection, page: string) => ({
  type: 'string',
  enum: ['default', 'error', 'warning', 'information', 'hint', 'off'],
  default: 'default',
  scope: 'resource',
  markdownDescription: `${title} Default: ${severity}. [See an example](${page}#${code}).`,
});
