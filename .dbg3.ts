import { parse } from './server/src/core/syntax/parser';
const unknown=(n:number)=>Array.from({length:n},(_,i)=>`    "made.up.entry.${i}": "value"`).join(',\n');
const text=`{\n "element": { "key": "helpscout" },\n "configuration": { "username": "a", "password": "b",\n${unknown(2950)} },\n "tags": [\n ]\n}`;
const t: number[] = []; for (let i = 0; i < 3000; i++) { const b = performance.now(); parse(text); t.push(performance.now() - b); } t.sort((a, b) => a - b); console.log(t[0]!.toFixed(3), t[1500]!.toFixed(3));
