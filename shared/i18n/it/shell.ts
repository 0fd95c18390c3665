import type { Translation } from '../translation.ts'
import type en from '../en/shell.ts'

export default {
  rail: {
    today: 'Oggi',
    time: 'Tempo',
    clients: 'Clienti',
    retainers: 'Accordi',
    income: 'Entrate',
    settings: 'Impostazioni',
  },
} satisfies Translation<typeof en>
