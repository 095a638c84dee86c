import { parse } from './server/src/core/syntax/parser';
const which = process.argv[2];
const all: [string, string][] = [['', '"a":;“1,'], ['', '\n{｛\n\\'], ['', '{```]```'], ['{', '```\\'], ['', '"a":1'], ['', '"a":"\n'], ['', '\n"a":'], ['{', '“a ']];
all.forEach(([p, q], i) => { if (which && String(i) !== which) return; for (const k of [40000, 80000, 160000]) { const t = p + q.repeat(k / q.length); const b = performance.now(); parse(t); console.log(i, JSON.stringify(p + q), k, (performance.now() - b).toFixed(0)); } });
