/** As a file refers to a secret. */
export const secretReference = (name: string) => `\${secret:${name}}`;

export const pickSecretFor = (element: string, account: string) => `Which secret for ${element} and ${account}?`;
export const pickSecret = 'Which secret? The values are not shown.';
export const hasValue = 'has a value';
export const hasNoValue = 'has no value yet';
export const notInFile = 'not in this file';
export const anotherName = 'Another name';
export const askSecretName = 'Name of the secret, as files write it: NAME in ${secret:NAME}';
export const secretNameExample = 'HELPSCOUT_PASSWORD';
export const secretNameWrong = 'Use letters, digits, "_", "-" and ".", and begin with a letter or "_".';
export const secretNotKept = "The secret could not be stored: VS Code's secret storage failed.";
export const secretKept = (name: string, element: string, account: string) =>
  `\${secret:${name}} is kept for ${element} and ${account}.`;

export const noFileSecrets = (account: string) =>
  `No secret of a file is kept for ${account}. Set Secret keeps one, and so does Provision Instance.`;
export const referenceCopied = (reference: string) => `${reference} is copied`;
export const confirmDeleteSecret = (name: string, element: string, account: string) =>
  `Delete the secret ${name} of ${element} for ${account}?`;
export const confirmDeleteSecretDetail = 'Provision asks for it again where a file refers to it.';
export const secretDeleted = (name: string) => `The secret ${name} is deleted.`;

export const moveByQuickFix = 'Run this by the quick fix on the secret in the file.';
export const fileChanged = 'The file has changed meanwhile, so nothing was moved. Run the quick fix again.';
export const noSecretThere = 'There is no text in quotes here, so nothing was moved. Mend the file first.';
export const secretWithoutElement =
  'A secret is kept for an element, and this file names none: give "element" its "key" first.';
export const secretNotMoved =
  "The secret could not be stored: VS Code's secret storage failed. The file stays as it is.";
export const secretKeptOnly = (reference: string) =>
  `The secret is kept, but the file could not be changed: write "${reference}" in its place, or run the quick fix again.`;
export const secretTaken = (name: string, element: string) =>
  `${name} of ${element} is kept already, with another value.`;
export const secretTakenDetail = 'Other files may refer to it.';
export const useName = (name: string) => `Use ${name}`;
