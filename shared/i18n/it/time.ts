import type { Translation } from '../translation.ts'
import type en from '../en/time.ts'

export default {
  picker: {
    ownWork: 'Lavoro proprio',
    none: 'Niente con questo nome',
    hourly: 'a ore',
    project: 'progetto',
    outsideTerm: 'fuori durata',
    left: '{left} rimaste',
    over: '{over} oltre',
  },
} satisfies Translation<typeof en>
