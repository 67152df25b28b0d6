import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has held at a time, in megabytes: VmHWM of proc_pid_status(5). What getrusage(2) says
 * begins, on Linux, with the memory of the process that started this one.
 */
export function peakMegabytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes !== undefined) return Math.round(Number(kilobytes) / 1024)
  } catch {
    // Not on Linux.
  }
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
