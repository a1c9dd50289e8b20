// The tests that failed in an xunit report, each with what it said: `node failures.mjs REPORT.xml`.
import { readFileSync } from 'node:fs'

const plain = text => text
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'")
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/&amp;/g, '&')
const lines = 12

for (const [, attributes, body] of readFileSync(process.argv[2], 'utf8').matchAll(/<test ([^>]*\bresult="Fail"[^>]*)>(.*?)<\/test>/gs)) {
  const name = /\bname="([^"]*)"/.exec(attributes)[1]
  const said = /<message>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/message>/s.exec(body)?.[1] ?? ''
  const where = /<stack-trace>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/stack-trace>/s.exec(body)?.[1] ?? ''
  console.log('  ' + plain(name).replaceAll('\\"', '"'))
  for (const line of [...plain(said).split('\n').slice(0, lines), plain(where).trim().split('\n')[0]]) {
    console.log('      ' + line.trim().slice(0, 300))
  }
}
