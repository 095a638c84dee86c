import { parse } from './server/src/core/syntax/parser';
const tokens = ['{', '}', '[', ']', ',', ':', ' ', '\n', '"', '“', '”', "'", 'a', '1', '-', '\\', '//', '/*', '#', '\u00a0', '"a"', '"a":', 'a:', ';', '=', '“a”', 'true', '```', '｛', '\t', "\\'"];
let seed = 7; const r = (n: number) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed % n; };
const slow: [number, string][] = [];
const end = Date.now() + Number(process.argv[2]) * 1000; let n = 0;
while (Date.now() < end) { n++;
  const pattern = Array.from({ length: 1 + r(5) }, () => tokens[r(tokens.length)]!).join('');
  const prefix = ['', '{', '[', '{"a":', '{"a":[', '"', '{"a', '“'][r(8)]!;
  const make = (k: number) => prefix + pattern.repeat(Math.ceil(k / pattern.length));
  const time = (k: number) => { const t = make(k); const b = performance.now(); parse(t); return performance.now() - b; };
  const a = time(20000); if (a < 8) continue; const b2 = time(80000);
  if (b2 > 120 && b2 / a > 7) slow.push([b2, JSON.stringify(prefix) + ' ' + JSON.stringify(pattern)]);
}
slow.sort((a, b) => b[0] - a[0]); console.log(n, slow.length, slow.slice(0, 15));
