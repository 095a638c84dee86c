import { debianPackages } from './debianPackages';

/** Sees to it that Neovim and Emacs with Eglot are there, for the tests of docs/editors.md. */
export const installEditors = (say: (line: string) => void): Promise<void> =>
  debianPackages({ nvim: 'neovim', emacs: 'emacs-nox elpa-eglot' }, say);
