/** The frame around the places: rail, timer bar, menus, tray. */
export default {
  rail: {
    today: 'Today',
    time: 'Time',
    clients: 'Clients',
    retainers: 'Retainers',
    income: 'Income',
    settings: 'Settings',
  },
} as const
