const cacheLife = { hourly: { revalidate: 3600 } }

/** @type {(phase: string) => import('next').NextConfig} */
module.exports = (phase) => ({ distDir: phase, experimental: { cacheLife, typedEnv: true } })
