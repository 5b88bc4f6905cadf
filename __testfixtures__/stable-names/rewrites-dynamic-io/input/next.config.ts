import type { NextConfig } from 'next'

export default {
  experimental: { dynamicIO: true },
} as NextConfig
