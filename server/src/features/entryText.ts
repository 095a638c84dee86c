import { oneOf } from '../../../common/src/text/enumerate';

/** Words of hover and completion. */
export const entryWords = {
  required: 'required',
  optional: 'optional',
  requiredFor: (methods: readonly string[]) => `for ${oneOf(methods)}`,
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
