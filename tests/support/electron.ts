/** Stands in for Electron where a test runs in plain Node (vite.config.ts): electron-store asks it for nothing then. */
export default {}
