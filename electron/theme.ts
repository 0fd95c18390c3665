import { nativeTheme } from 'electron'

/** What the theme of the settings comes to on this system, at this moment. */
export const themeNow = (): 'light' | 'dark' => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')
