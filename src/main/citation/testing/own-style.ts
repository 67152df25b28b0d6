/** A style of notes as a person may open one: ibid, notes that are near, and the number of the first one. */
export const ownStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-GB">
  <info>
    <title>Notes &amp; numbers</title>
    <id>http://example.org/styles/notes-and-numbers</id>
    <link href="http://example.org/styles/notes-and-numbers" rel="self"/>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <!-- What is cited. -->
  <macro name="author"><names variable="author"><name form="long" and="text"/><substitute><text variable="title"/></substitute></names></macro>
  <macro name="place"><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></macro>
  <citation near-note-distance="3">
    <layout suffix="." delimiter="; ">
      <choose>
        <if position="ibid-with-locator"><text term="ibid" text-case="capitalize-first" suffix=", "/><text macro="place"/></if>
        <else-if position="ibid"><text term="ibid" text-case="capitalize-first"/></else-if>
        <else-if position="near-note"><group delimiter=", "><names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names><text macro="place"/></group></else-if>
        <else-if position="subsequent"><group delimiter=", "><text macro="author"/><text variable="first-reference-note-number" prefix="note "/><text macro="place"/></group></else-if>
        <else><group delimiter=", "><text macro="author"/><text variable="title" quotes="true"/><date variable="issued" form="text"/><text macro="place"/></group></else>
      </choose>
    </layout>
  </citation>
  <bibliography subsequent-author-substitute="———"><sort><key macro="author"/><key variable="title"/></sort><layout suffix="."><group delimiter=", "><text macro="author"/><text variable="title" font-style="italic"/></group></layout></bibliography>
</style>`
