/** The settings that client and server read, by what they are for; each is in the manifest under the same name. */
export const settings = {
  sandboxUrl: 'cloudElements.sandbox.url',
  codeLens: 'cloudElements.codeLens.enable',
  pasteRepair: 'cloudElements.paste.repair',
  /** Turns off what is said of the cURL commands in scripts. */
  curl: 'cloudElements.curl.enable',
  /** An object of severities, or `off`, by the code of a problem. */
  severityOverrides: 'cloudElements.diagnosticSeverityOverrides',
} as const;
