import { oneOf } from '../../../common/src/text/enumerate';
import { t } from '../../../common/src/text/translate';

/** Texts of hover and completion. Values of `default`, `choices`, `example` and `setup` are Markdown already. */
export const entryLabels = {
  required: t('required'),
  requiredSecret: t('required, secret'),
  optional: t('optional'),
  optionalSecret: t('optional, secret'),
  requiredFor: (methods: readonly string[]) => t('required for {methods}', { methods: oneOf(methods) }),
  requiredSecretFor: (methods: readonly string[]) => t('required for {methods}, secret', { methods: oneOf(methods) }),
  filledByPlatform: t('filled in by the platform'),
  secretFilledByPlatform: t('filled in by the platform, secret'),
  default: (value: string) => t('Default: {value}', { value }),
  choices: (values: readonly string[]) => t('Allowed values: {values}', { values: values.join(', ') }),
  example: (value: string) => t('Example: {value}', { value }),
  element: t('element'),
  hub: (hub: string) => t('{hub} hub', { hub }),
  undocumented: t('no documented entries'),
  newRequest: (name: string) => t('New request for {name}', { name }),
  setup: (text: string) => t('**Before you start:** {text}', { text }),
};
