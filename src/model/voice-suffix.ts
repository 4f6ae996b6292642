/**
 * How the id of somebody ends who was made for a name that a file gives as a speaker, publisher or title, and that is no
 * node of it. No id of a node ends so: the sign stands for a byte in these.
 */
export const VOICE_SUFFIX = '%-voice';
