// Every word a person reads of the client stands in this folder, ready to be translated. Nothing here knows what is secret:
// callers hand in texts that may be shown.
export * from './calls';
export * from './outcomeText';
export * from './previewText';
export * from './provisioningText';
export * from './signInText';
export * from './sharedText';
