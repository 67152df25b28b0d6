import type { Plugin } from 'vite'

export function citationStyles(): Plugin
export function writeCitationStyles(folder: string): void
