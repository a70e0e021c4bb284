// Loaded before a server that is to live on another day (clock.ts): its clock runs on from the instant a file names, and jumps when the file
// names another. Cookies are told without a last day, since the browser lives on its own.
import { readFileSync, writeFileSync } from 'node:fs'
import { OutgoingMessage } from 'node:http'

const file = process.env.SERVER_CLOCK ?? ''
const Kept = globalThis.Date
const kept = Kept.now
let [said, ahead] = ['', 0]

function follow() {
  const text = readFileSync(file, 'utf8').trim()
  if (text === said || Number.isNaN(Kept.parse(text))) return
  said = text
  ahead = Kept.parse(text) - kept()
  writeFileSync(`${file}.seen`, text)
}

follow()
setInterval(follow, 20).unref()
Kept.now = () => kept() + ahead
globalThis.Date = new Proxy(Kept, {
  construct: (target, given, asked) => Reflect.construct(target, given.length > 0 ? given : [target.now()], asked),
})

const withoutEnd = (cookie) => cookie.replace(/; *expires=(?!Thu, 01 Jan 1970)[^;]*/i, '')
for (const name of ['setHeader', 'appendHeader']) {
  const before = OutgoingMessage.prototype[name]
  OutgoingMessage.prototype[name] = function (head, value) {
    const isCookie = String(head).toLowerCase() === 'set-cookie'
    return before.call(this, head, isCookie ? [value].flat().map((one) => withoutEnd(String(one))) : value)
  }
}
