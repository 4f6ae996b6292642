import { Checkbox, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import type { Voice } from '../../evidence/voices.ts';
import { voiceKey } from '../../evidence/voices.ts';
import { number } from '../../knowledge/words.ts';
import { RELIABILITY_WORDS } from '../../model/grades.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import { useGo, useView } from '../state/use-view.ts';
import { toggleLeftOut } from '../state/view.ts';
import classes from './document-switches.module.css';

/** More documents than that are easier found by typing their name. */
const MOST = 8;

/** One press per document, with its letter. */
export function DocumentSwitches() {
  const { about } = useKnowledge();
  const { without } = useView();
  const go = useGo();
  const { data: stats } = useAnswer(['stats'], (base) => base.stats());
  const claims = (id: string): number => stats?.claims.bySource[id] ?? 0;
  const documents = about.sources.toSorted((a, b) => claims(b.id) - claims(a.id)).slice(0, MOST);
  const more = about.sources.length - documents.length;
  return (
    <fieldset className={classes['documents']}>
      <legend className={classes['legend']}>
        <span>Documents</span>
        <span className={classes['head']}>grade</span>
        <span className={classes['head']}>claims</span>
      </legend>
      {documents.map(({ id, title, reliability }) => {
        const voice: Voice = { kind: 'source', id };
        return (
          <div key={id} className={classes['row']} title={title}>
            <Checkbox
              size="xs"
              label={
                <>
                  <bdi>{title}</bdi>
                  <VisuallyHidden>
                    , grade {reliability}, {RELIABILITY_WORDS[reliability]}, {claims(id)} claims
                  </VisuallyHidden>
                </>
              }
              checked={without.includes(voiceKey(voice))}
              onChange={() => go((view) => toggleLeftOut(view, voice))}
              classNames={{
                label: classes['title'] ?? '',
                body: classes['body'] ?? '',
                labelWrapper: classes['wrapper'] ?? '',
              }}
            />
            <Tooltip label={`${reliability}: ${RELIABILITY_WORDS[reliability]}`} position="left">
              <span className={classes['grade']} aria-hidden="true">
                {reliability}
              </span>
            </Tooltip>
            <span className={classes['number']} aria-hidden="true">
              {number(claims(id))}
            </span>
          </div>
        );
      })}
      {more > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          and {number(more)} more documents: type their name above
        </Text>
      )}
    </fieldset>
  );
}
