import { createSocket } from 'node:dgram'
import { type AddressInfo, connect, createServer } from 'node:net'

export interface Heard {
  readonly ports: { readonly udp: number; readonly tcp: number }
  /**
   * How many packets and connections of others came until now. It sends one of each itself and waits until they are
   * here, so that what was sent before is here too, and a listener that hears nothing is noticed.
   */
  all(): Promise<{ readonly udp: number; readonly tcp: number }>
}

/** Listens on this computer for anything that an app lets out, over UDP and TCP. */
export async function listenForAnything(): Promise<Heard> {
  const udpSocket = createSocket('udp4')
  const tcpServer = createServer()
  let udpCount = 0
  let tcpCount = 0
  const ownPacket = new Promise((heard) =>
    udpSocket.on('message', (message) => {
      udpCount += 1
      if (message.toString() === 'own') heard(null)
    })
  )
  tcpServer.on('connection', (socket) => {
    tcpCount += 1
    socket.destroy()
  })
  await new Promise<void>((done) => udpSocket.bind(0, '127.0.0.1', done))
  await new Promise<void>((done) => tcpServer.listen(0, '127.0.0.1', done))
  const { port } = tcpServer.address() as AddressInfo
  return {
    ports: { udp: udpSocket.address().port, tcp: port },
    async all() {
      udpSocket.send('own', udpSocket.address().port, '127.0.0.1')
      await ownPacket
      await new Promise((closed) => connect(port, '127.0.0.1').on('error', closed).on('close', closed))
      udpSocket.close()
      tcpServer.close()
      return { udp: udpCount - 1, tcp: tcpCount - 1 }
    }
  }
}
