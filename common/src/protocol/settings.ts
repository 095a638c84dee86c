/** Names of the settings that client and server read. Each is declared in the manifest. */
export const settings = {
  sandboxUrl: 'cloudElements.sandbox.url',
  codeLens: 'cloudElements.codeLens.enable',
  pasteRepair: 'cloudElements.paste.repair',
  /** Turns the problems of cURL commands in scripts on or off. */
  curl: 'cloudElements.curl.enable',
  /** An object from the code of a problem to its severity, or `off`. */
  severityOverrides: 'cloudElements.diagnosticSeverityOverrides',
} as const;
