import { once } from 'node:events'
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net'

/** The network between a phone and the server, at an address that stays: cut, its port is closed and what was under way is torn. */
export type PhoneLine = { url: string; cut: () => Promise<void>; mend: () => Promise<void>; close: () => Promise<void> }

export async function openLine(target: string): Promise<PhoneLine> {
  const port = Number(new URL(target).port)
  const sockets = new Set<Socket>()
  const join = (near: Socket) => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  }
  let gate: NetServer | null = null
  let own = 0
  const mend = async () => {
    gate = createServer(join).listen(own, '127.0.0.1')
    await once(gate, 'listening')
    const address = gate.address()
    own = typeof address === 'object' && address ? address.port : 0
  }
  const cut = async () => {
    const closing = gate
    gate = null
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => (closing ? closing.close(done) : done(null)))
  }
  await mend()
  return { url: `http://localhost:${own}`, cut, mend, close: cut }
}
