// All words of the server that a person reads stand in this folder, ready to be translated. The words of a problem come from
// it and nothing else.
export * from './entryText';
export * from './fixText';
export * from './problemText';
