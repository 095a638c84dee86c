import { enumerate } from './enumerate';

/** Words of hover and completion. */
export const entryWords = {
  required: 'required',
  optional: 'optional',
  requiredFor: (ways: readonly string[]) => `for ${enumerate(ways, 'or')}`,
  filledByPlatform: 'filled in by the platform',
  secret: 'secret',
  default: (value: string) => `Default: \`${value}\``,
  choices: (values: readonly string[]) => `One of ${values.map((value) => `\`${value}\``).join(', ')}`,
  example: (value: string) => `Example: \`${value}\``,
  element: 'element',
  hub: (hub: string) => `${hub} hub`,
  undocumented: 'entries not documented',
  skeleton: (name: string) => `A new request for ${name}`,
  setup: (text: string) => `**First:** ${text}`,
};

/** What to call a parameter of a sign-in that is no entry of its element; its own name where it has no other. */
export const parameterLabel = (name: string): string => parameterLabels[name] ?? name;

const parameterLabels: Readonly<Record<string, string>> = {
  apiKey: 'OAuth API Key',
  apiSecret: 'OAuth API Secret',
  callbackUrl: 'OAuth Callback URL',
};
