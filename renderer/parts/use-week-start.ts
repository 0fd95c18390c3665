import { usePreferences } from '../workspace.tsx'

/** On which weekday weeks begin: 1 Monday … 7 Sunday. As the user says; else as the language's countries have it. */
export const useWeekStart = (): number => usePreferences().weekStart ?? 1
