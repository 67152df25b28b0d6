import type { Plugin } from 'vite'

export function pdfCharacterMaps(): Plugin
