import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { releaseHostAnswers } from './electron.mjs'

const servers: Server[] = []
afterEach(() => {
  delete process.env.ELECTRON_MIRROR
  for (const server of servers.splice(0)) server.close()
})

async function mirrorAt(server: Server): Promise<void> {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  process.env.ELECTRON_MIRROR = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

it('finds the release host that answers, even where it has no such page', async () => {
  await mirrorAt(createServer((_request, response) => response.writeHead(404).end()))
  expect(await releaseHostAnswers()).toBe(true)
})

it('goes on without a host that fails, is not there, or never answers', async () => {
  await mirrorAt(createServer((_request, response) => response.writeHead(503).end()))
  expect(await releaseHostAnswers()).toBe(false)
  await mirrorAt(createTcpServer((socket) => socket.destroy()))
  expect(await releaseHostAnswers()).toBe(false)
  const open = new Set<{ destroy(): void }>()
  await mirrorAt(createTcpServer((socket) => open.add(socket)))
  expect(await releaseHostAnswers()).toBe(false)
  for (const socket of open) socket.destroy()
})
