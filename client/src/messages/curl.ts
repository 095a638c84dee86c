export const noSuchFile = (path: string): string =>
  `There is no file ${path} next to this one. cURL looks for it in the folder that the command runs in.`;
