import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'

/**
 * Which process this is, so that another can tell for certain whether it has died. A host's name tells nothing:
 * many are called `ubuntu`, two containers may share one, and each of them has a process 42.
 */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  /** Which computer: a hash of what it knows itself by. */
  readonly machine: string
  /** Which start of it; empty where the system does not tell. */
  readonly boot: string
  /** Within which processes are numbered (a container has numbers of its own); empty where there is only one such space. */
  readonly space: string
  /** When the process began, as the system counts it: numbers of processes come round again. Empty where it does not tell. */
  readonly started: string
}

let own: ProcessIdentity | null = null

export function ownIdentity(): ProcessIdentity {
  own ??= {
    pid: process.pid,
    host: hostname(),
    machine: machineId(),
    boot: readOr('/proc/sys/kernel/random/boot_id'),
    space: linkOr('/proc/self/ns/pid'),
    started: startOf(process.pid)
  }
  return own
}

/** Whether a process has ended for certain. False where that cannot be told from here. */
export function hasEnded(other: ProcessIdentity): boolean {
  const here = ownIdentity()
  if (other.machine === '' || other.machine !== here.machine) return false
  if (other.boot !== here.boot) return other.boot !== '' && here.boot !== ''
  if (other.space !== here.space) return false
  try {
    process.kill(other.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
  const started = startOf(other.pid)
  return other.started !== '' && started !== '' && started !== other.started
}

/** The start time of a process in clock ticks since boot: field 22 of proc_pid_stat(5). */
function startOf(pid: number): string {
  const stat = readOr(`/proc/${pid}/stat`)
  // The second field is the program's name in brackets, which may hold anything.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

/** What the system calls this computer (machine-id(5)); elsewhere its network cards and its name do. */
function machineId(): string {
  const cards = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, mac }) => !internal && mac !== '00:00:00:00:00:00')
    .map(({ mac }) => mac)
    .sort()
  const known = readOr('/etc/machine-id') || cards.join(' ')
  return createHash('sha256').update(`${known}\n${hostname()}`).digest('hex').slice(0, 16)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

function linkOr(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
