import { curlSetting } from '../../../common/src/protocol/curl';

/** The settings that the client reads, by what they are for. The language server asks for those of its own. */
export const settings = {
  sandboxUrl: 'cloudElements.sandbox.url',
  codeLens: 'cloudElements.codeLens.enable',
  pasteRepair: 'cloudElements.paste.repair',
  curl: curlSetting,
} as const;
