// Every word a person reads of the client stands in this folder, ready to be translated. Nothing here knows what is secret:
// callers hand in texts that may be shown.
export * from './accountEdits';
export * from './accountText';
export * from './calls';
export * from './curlText';
export * from './editingText';
export * from './fileSecretText';
export * from './outcomeText';
export * from './previewText';
export * from './provisioningText';
export * from './signInText';
export * from './supportWords';
export * from './tokenText';
export * from './viewText';
export * from './sharedText';
