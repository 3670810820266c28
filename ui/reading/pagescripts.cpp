#include "ui/reading/pagescripts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// `function` called with the values, which JSON quotes.
QString called(const QString &function, const QJsonArray &values)
{
    return u"(%1)(...%2)"_s.arg(
        function, QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact)));
}

// Scripts without blanks have no whole words. A text that is marked to its last letter helps nobody
// and takes long: the first marks are enough.
constexpr const char16_t *markWords = uR"((words) => {
    const main = document.querySelector('article') || document.querySelector('main');
    for (const old of main.querySelectorAll('mark.hit')) {
        const parent = old.parentNode;
        old.replaceWith(...old.childNodes);
        parent.normalize();
    }
    if (!words.length)
        return 0;
    const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
    const sources = words.sort((a, b) => b.length - a.length).map(word => {
        const source = word.replace(/[.*+?^${}()|[\]\\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
        return unparted.test(word) ? source : `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`;
    });
    const found = new RegExp(sources.join('|'), 'giu');
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode())
        texts.push(walk.currentNode);
    let count = 0;
    for (const text of texts) {
        for (const hit of Array.from(text.data.matchAll(found)).reverse()) {
            if (++count > 2000)
                return count;
            const range = document.createRange();
            range.setStart(text, hit.index);
            range.setEnd(text, hit.index + hit[0].length);
            const mark = document.createElement('mark');
            mark.className = 'hit';
            range.surroundContents(mark);
        }
    }
    return count;
})";

} // namespace

namespace pagescripts {

QString swap(const ScreenStory &story, const QString &word)
{
    return called(uR"((title, language, direction, html) => {
        const root = document.documentElement;
        root.lang = language;
        root.dir = direction;
        document.title = title;
        document.querySelector('main').innerHTML = html;
        getSelection().empty();
        scrollTo(0, 0);
    })"_s,
                  {story.title, story.language, story.direction, story.html})
        + u";\n"_s + sayWhenPainted(word);
}

// The first frame callback runs before the frame that shows the change, the second after it.
QString sayWhenPainted(const QString &word)
{
    return called(uR"(word => requestAnimationFrame(
        () => requestAnimationFrame(() => console.info(word))))"_s,
                  {word});
}

// Not image.decode(): in a page that nobody sees it waits for a frame that never comes. A picture
// that has come whole is decoded by the printing itself.
QString sayWhenPicturesCame(const QString &word)
{
    return called(uR"(word => Promise.all(Array.from(document.images, image => image.complete
        || new Promise(come => { image.onload = image.onerror = come; })))
        .then(() => console.info(word)))"_s,
                  {word});
}

QString setDark(bool dark)
{
    return called(u"theme => { document.documentElement.dataset.theme = theme; }"_s,
                  {dark ? u"dark"_s : u"light"_s});
}

// The engine begins at the selection, or behind it when it is the very words; without one it goes
// on from where it found something last, be it in the article before.
QString beginSearch(SearchStart start)
{
    if (start == SearchStart::GoOn)
        return u"true"_s;
    return called(uR"(fromTop => {
        const selection = getSelection();
        if (fromTop && selection.isCollapsed)
            selection.collapse(document.body, 0);
        else if (selection.rangeCount > 0)
            selection.collapseToStart();
        return true;
    })"_s,
                  {start == SearchStart::Top});
}

QString mark(const QStringList &words)
{
    QJsonArray values;
    values.append(QJsonArray::fromStringList(words));
    return called(QString::fromUtf16(markWords), values);
}

QString goToMark(ReadingPane::Direction direction)
{
    return called(uR"(way => {
        const marks = Array.from(document.querySelectorAll('mark.hit'));
        const now = marks.findIndex(mark => mark.classList.contains('now'));
        if (!marks.length)
            return 0;
        const next = now < 0 ? (way > 0 ? 0 : marks.length - 1)
                             : (now + way + marks.length) % marks.length;
        if (now >= 0)
            marks[now].classList.remove('now');
        marks[next].classList.add('now');
        marks[next].scrollIntoView({block: 'center'});
        return next + 1;
    })"_s,
                  {direction == ReadingPane::Direction::Forward ? 1 : -1});
}

QString selectStory()
{
    return called(uR"(() => getSelection().selectAllChildren(
        document.querySelector('article') || document.body))"_s,
                  {});
}

QString selectedStory()
{
    return called(uR"(() => {
        const box = document.createElement('div');
        const whole = document.createRange();
        whole.selectNodeContents(document.querySelector('.story') || document.body);
        const selection = getSelection();
        for (let i = 0; i < selection.rangeCount; ++i) {
            const part = selection.getRangeAt(i).cloneRange();
            if (part.compareBoundaryPoints(Range.END_TO_START, whole) >= 0
                || part.compareBoundaryPoints(Range.START_TO_END, whole) <= 0)
                continue;
            if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
                part.setStart(whole.startContainer, whole.startOffset);
            if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0)
                part.setEnd(whole.endContainer, whole.endOffset);
            box.append(part.cloneContents());
        }
        return box.innerHTML;
    })"_s,
                  {});
}

QString scrollTo(double position)
{
    return called(uR"(position => {
        const page = document.scrollingElement;
        page.scrollTo(0, position * (page.scrollHeight - page.clientHeight));
    })"_s,
                  {position});
}

// Two lines stay in sight, so that the eye finds where it was.
QString scrollByPage(ReadingPane::Direction direction)
{
    return called(uR"(way => {
        const page = document.scrollingElement;
        const line = parseFloat(getComputedStyle(document.body).lineHeight) || 28;
        const last = page.scrollHeight - page.clientHeight;
        if (way > 0 ? page.scrollTop >= last - 1 : page.scrollTop <= 0)
            return false;
        page.scrollBy(0, way * Math.max(page.clientHeight - 2 * line, line));
        return true;
    })"_s,
                  {direction == ReadingPane::Direction::Forward ? 1 : -1});
}

} // namespace pagescripts
