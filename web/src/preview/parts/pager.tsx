import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { FIRST_PAGE, PageLinks, type PageVariables, pageAfter, pageBefore } from "../page-variables.js";
import { texts } from "../texts.js";

interface PagerProps {
  /** What is paged, in a word. */
  readonly list: string;
  readonly pageInfo: FragmentType<typeof PageLinks>;
  readonly onPage: (page: PageVariables) => void;
}

/** Leads through a connection, by its cursors; nothing where it has a single page. */
export function Pager({ list, pageInfo, onPage }: PagerProps) {
  const links = readFragment(PageLinks, pageInfo);
  if (!links.hasPreviousPage && !links.hasNextPage) return null;
  return (
    <nav className="pager" aria-label={texts.pager.label(list)}>
      <PagerButton isThere={links.hasPreviousPage} label={texts.pager.first} onPress={() => onPage(FIRST_PAGE)} />
      <PagerButton
        isThere={links.hasPreviousPage}
        label={texts.pager.previous}
        onPress={() => onPage(pageBefore(links))}
      />
      <PagerButton isThere={links.hasNextPage} label={texts.pager.next} onPress={() => onPage(pageAfter(links))} />
    </nav>
  );
}

/** Where there is no such page it keeps the focus, which a disabled button would lose. */
function PagerButton({ isThere, label, onPress }: { isThere: boolean; label: string; onPress: () => void }) {
  return (
    <button type="button" aria-disabled={!isThere} onClick={() => isThere && onPress()}>
      {label}
    </button>
  );
}
