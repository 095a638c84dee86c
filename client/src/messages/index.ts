// Every word a person reads of the client stands in this folder, ready to be translated. Nothing here knows what is secret:
// callers hand in texts that may be shown.
export * from './accountEdits';
export * from './accounts';
export * from './calls';
export * from './curl';
export * from './editing';
export * from './fileSecrets';
export * from './outcome';
export * from './preview';
export * from './provisioning';
export * from './signIn';
export * from './support';
export * from './tokens';
export * from './views';
export * from './words';
