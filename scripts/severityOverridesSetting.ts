import { settings } from '../common/src/protocol/settings';
import { defaultSeverities } from '../server/src/problems/severities';
import type { ProblemSection } from './problemSections';

export interface Manifest {
  readonly repository: { readonly url: string };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

/**
 * A manifest whose setting of severities has a property for each section of docs/problems.md that is of a code. All else
 * stays as it is.
 */
export function withSeverityOverrides<T extends Manifest>(manifest: T, sections: readonly ProblemSection[]): T {
  const page = `${manifest.repository.url.replace(/\.git$/, '')}/blob/main/docs/problems.md`;
  const { configuration } = manifest.contributes;
  const properties = { ...configuration.properties, [settings.severityOverrides]: setting(sections, page) };
  return {
    ...manifest,
    contributes: { ...manifest.contributes, configuration: { ...configuration, properties } },
  };
}

const setting = (sections: readonly ProblemSection[], page: string) => ({
  type: 'object',
  default: {},
  scope: 'resource',
  markdownDescription: `Overrides the severity of individual [problems](${page}) by their code, or turns them off.`,
  properties: Object.fromEntries(
    sections
      .filter(({ code }) => Object.hasOwn(defaultSeverities, code))
      .map((section) => [section.code, override(section, page)]),
  ),
  additionalProperties: false,
});

/** The Settings editor shows the plain description of a property, and settings.json the one with a link. */
function override({ code, title, severity }: ProblemSection, page: string) {
  const description = `${title} Default: ${severity}.`;
  return {
    type: 'string',
    enum: ['error', 'warning', 'information', 'hint', 'off'],
    description: description.replaceAll('`', ''),
    markdownDescription: `${description} [See an example](${page}#${code}).`,
  };
}
