import { expect, test } from 'vitest'
import { cpuMs, residentMb } from './bench/process'
import { scriptsOf } from './bench/weight'

test('a page weighs what its script elements and its data name, without what old browsers alone load', () => {
  const html = `<script src="/_next/static/chunks/a1.js" async=""></script><script src="/_next/static/chunks/old.js" noModule=""></script>
    <script nonce="x">self.__next_f.push([1,"3:I[1,[\\"/_next/static/chunks/b2.js\\",\\"static/chunks/a1.js\\"],\\"default\\"]"])</script>`
  expect(scriptsOf(html)).toEqual(['/_next/static/chunks/a1.js', '/_next/static/chunks/b2.js'])
})

test.runIf(process.platform === 'linux')('the kernel says what a process has used', () => {
  const before = cpuMs(process.pid)
  for (const until = performance.now() + 60; performance.now() < until; );
  expect(cpuMs(process.pid)).toBeGreaterThan(before)
  expect(residentMb(process.pid)).toBeGreaterThan(10)
})
