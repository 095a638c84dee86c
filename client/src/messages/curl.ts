export const noSuchFile = (path: string): string =>
  `There is no file ${path} next to this one. cURL looks for it in the folder that the command runs in.`;

/** As the language server names itself at the problems that it finds. */
export const problemSource = 'Cloud Elements';
