import type { Plugin } from 'vite'

export function fflateRequire(): Plugin
