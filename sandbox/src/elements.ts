/** The catalogue of elements as the platform shows it. */
import type { ConfigurationEntry, ElementFacts } from './facts';
import { HttpError } from './respond';

/** Finds an element by key or id. Throws an HttpError: 404, the documented pattern, the rest of the wording ours. */
export function findElement(elements: readonly ElementFacts[], keyOrId: string): ElementFacts {
  const found = elements.find((element) => element.key === keyOrId || String(element.id) === keyOrId);
  if (!found) throw new HttpError(404, `No element found with key or ID ${keyOrId}`);
  return found;
}

/** An element as lists and instances show it: without its configuration. */
export function toElement(element: ElementFacts) {
  return {
    id: element.id,
    name: element.name,
    key: element.key,
    hookName: element.name.replace(/[^A-Za-z0-9]/g, ''),
    description: element.summary,
    image: `elements/provider_${element.key}.png`,
    active: true,
    deleted: false,
    // False in every public export, even for elements with OAuth.
    typeOauth: false,
    trialAccount: false,
    resources: [],
    transformationsEnabled: true,
    bulkDownloadEnabled: true,
    bulkUploadEnabled: true,
    cloneable: true,
    extendable: true,
    beta: false,
    authentication: toAuthentication(element),
    extended: false,
    hub: element.hub,
    protocolType: 'http',
    parameters: [],
    private: false,
  };
}

export function toElementWithConfiguration(element: ElementFacts) {
  return { ...toElement(element), configuration: element.configuration.map(toEntry) };
}

/** Answer of `GET /elements/{keyOrId}/configuration`: an object, not a list. */
export function toConfigurations(element: ElementFacts) {
  const providerData = new Set(element.authentication.flatMap((authMethod) => authMethod.providerData));
  return {
    configuration: element.configuration.map(toEntry),
    providerData: [...providerData].map((key, index) =>
      toEntry(
        { key, label: key, type: 'url', secret: true, required: true, default: null, platformOnly: false },
        index,
      ),
    ),
    authentication: toAuthentication(element),
  };
}

function toAuthentication(element: ElementFacts) {
  return { type: element.authentication[0]?.type ?? 'custom' };
}

/** The field widths stand in for the documented ones: nothing public says which entry has which. */
const fieldTypes: Readonly<Record<ConfigurationEntry['type'], string>> = {
  string: 'TEXTFIELD_128',
  password: 'PASSWORD',
  boolean: 'BOOLEAN',
  integer: 'TEXTFIELD_32',
  url: 'TEXTFIELD_1000',
  enum: 'COMBO',
  json: 'TEXTAREA',
};

function toEntry(entry: ConfigurationEntry, index: number) {
  return {
    id: index + 1,
    key: entry.key,
    name: entry.label,
    description: entry.label,
    type: fieldTypes[entry.type],
    ...(entry.default !== null && { defaultValue: String(entry.default) }),
    required: entry.required,
    hideFromConsole: entry.platformOnly,
    internal: entry.platformOnly,
    active: true,
    displayOrder: index + 1,
    companyConfig: false,
    resellerConfig: false,
    groupControl: false,
    isPrivate: false,
    ...(entry.enum && { options: entry.enum.map((value) => ({ value, description: value })) }),
  };
}
