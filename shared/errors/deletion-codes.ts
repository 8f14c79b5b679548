// What deletions of a strategy would do, each with what to do about it; a part of the closed table of codes.
export const deletionCodes = {
  'deletion.below-goal': {
    en: 'It deletes too much: the recovery window would go from {before} to {after} days, and the goal is {goal}. Keep more in “Delete obsolete backups”, or lower the goal.',
    es: 'Borra demasiado: la ventana de recuperación pasaría de {before} a {after} días y el objetivo es {goal}. Conserve más en «Borrar copias obsoletas» o rebaje el objetivo.',
  },
  'deletion.policy-below-goal': {
    en: 'It keeps {after} days only, and the recovery goal is {goal}. Keep at least that many in “Delete obsolete backups”, or lower the goal.',
    es: 'Solo conserva {after} días y el objetivo de recuperación es {goal}. Conserve al menos esos en «Borrar copias obsoletas» o rebaje el objetivo.',
  },
  'deletion.last-good': {
    en: 'It would delete the last backup from which some file can be restored. Make another backup first, or take the deletion out.',
    es: 'Borraría la última copia desde la que se puede restaurar algún archivo. Haga antes otra copia o quite el borrado.',
  },
  'deletion.standby': {
    en: 'There is a standby, and RMAN’s policy would let logs go that it has not applied. First: CONFIGURE ARCHIVELOG DELETION POLICY TO APPLIED ON ALL STANDBY.',
    es: 'Hay una standby y la política de RMAN dejaría borrar logs que aún no ha aplicado. Antes: CONFIGURE ARCHIVELOG DELETION POLICY TO APPLIED ON ALL STANDBY.',
  },
  'deletion.standby-unseen': {
    en: 'It deletes archived logs. Whether a standby still needs them cannot be seen without a SQL connection: RMAN’s own deletion policy decides.',
    es: 'Borra logs archivados. Sin conexión SQL no se ve si una standby aún los necesita: decide la política de borrado del propio RMAN.',
  },
  'deletion.unjudged': {
    en: 'Line {line} of the script deletes by a choice of its own: nobody but RMAN can say what that takes.',
    es: 'La línea {line} del script borra con un criterio propio: solo RMAN puede decir qué se lleva.',
  },
  'deletion.unknown': {
    en: 'What it would delete cannot be seen: neither the database nor an earlier run tells what there is, or by which policy.',
    es: 'No se puede ver qué borraría: ni la base ni una ejecución anterior dicen qué hay o con qué política.',
  },
} as const;
