// npm start: install and build when needed, then serve. `--demo` serves the demonstration from its own folder.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { build, checkNode, install, repo, serveHere, serverEnv, whenHealthy } from './house.mjs'

const demo = process.argv.includes('--demo')
const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)

try {
  checkNode()
  await refuseTakenPort()
  await install()
  await build()
  await serve()
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}

async function serve() {
  // A relative DATA_DIR means: beside package.json, wherever the command was given.
  process.chdir(repo)
  const env = serverEnv({ dataDir: process.env.DATA_DIR || (demo ? 'data-demo' : 'data'), host, port, demo })
  // From here on the server answers SIGTERM and SIGINT; one that cannot start says why and ends the process itself.
  await serveHere(env)
  // A first start of the demonstration makes two years of history before it answers.
  await whenHealthy(`http://${reachable()}:${port}`, demo ? 900 : 180)
  announce(env.DATA_DIR)
}

function announce(dataDir) {
  const address = process.env.NEXTAUTH_URL || `http://${host === '127.0.0.1' ? 'localhost' : reachable()}:${port}`
  const accounts = join(dataDir, demo ? 'demo-accounts.txt' : 'first-accounts.txt')
  console.log(`
衡东县“十四五”规划重大项目库${demo ? '（演示数据 · demonstration data）' : ''}
  地址 · Address:      ${address}
  账号 · Accounts:     ${accounts}
  数据 · Data folder:  ${dataDir}
  按 Ctrl+C 停止 · Ctrl+C stops
`)
}

/** Another program on our port would answer the health question in our place. */
async function refuseTakenPort() {
  const probe = createServer().listen(port, host)
  await Promise.race([once(probe, 'listening'), once(probe, 'error').then(([error]) => Promise.reject(error))]).catch((error) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(`端口 ${port} 已被占用，请用 PORT 另选 / port ${port} is taken, choose another with PORT`)
    throw error
  })
  await new Promise((done) => probe.close(done))
}

/** The address this machine itself can use for a host that may be a wildcard. */
function reachable() {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
