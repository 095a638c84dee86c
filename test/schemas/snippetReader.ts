/** Inserts a snippet as an editor does, with nothing filled in: first choices and placeholders stay. */
export function expandSnippet(body: string): string {
  let text = '';
  let at = 0;
  const readUntil = (end: string): string => {
    let part = '';
    while (at < body.length && body[at] !== end) {
      if (body[at] === '\\') at += 1;
      part += body[at] ?? '';
      at += 1;
    }
    at += 1;
    return part;
  };
  while (at < body.length) {
    const stop = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(body.slice(at));
    if (body[at] === '\\') {
      text += body[at + 1] ?? '';
      at += 2;
    } else if (!stop) {
      if (body[at] === '$') throw new Error(`A variable at ${at} of ${body}`);
      text += body[at] ?? '';
      at += 1;
    } else {
      at += stop[0].length;
      if (stop[3] === ':') text += readUntil('}');
      if (stop[3] === '|') {
        const choice = /^(?:\\.|[^,|\\])*/.exec(body.slice(at))?.[0] ?? '';
        text += choice.replaceAll(/\\(.)/g, '$1');
        readUntil('|');
        if (body[at] !== '}') throw new Error(`No end of the choices at ${at} of ${body}`);
        at += 1;
      }
    }
  }
  return text;
}
