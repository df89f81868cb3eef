// How the parts of the map page speak to one another: named events on the document.
//
//   view:changed       {box, zoom}       the map shows another box
//   view:counted       {total, homes, isFiltered}   how many cameras that box holds
//   view:wanted        {box} or {lat, lon, zoom}   somebody asks the map to go there
//   selection:changed  {query}           other filters are chosen
//   cameras:chosen     {type, items}     the reader pointed at something on the map
//   camera:told        {id, belief, …}  what is believed of a camera, after somebody spoke of it
//   camera:shown       {id, …}           the card shows this camera, or none (id null)
//   panel:opened       -                 list, filters or legend can be seen now
//   filters:cleared    -                 somebody asks for all filters to be taken off
//   map:said           {text}            one line for the reader, shown over the map
//   stretch:told       {text}            the street the reader pointed at, in words; empty for none
//   cameras:stale      -                 what was fetched should be fetched again
//   surveys:switched   {shown}           the layer “where people looked” is shown or not
//   views:switched     {shown}           the layer “what cameras see” is shown or not
//   views:told         {text}            what of that layer can be seen here, in words
//   waiting:wanted     -                 somebody asks for the list of what waits to be sent
//   outbox:changed     -                 what waits on this device to be sent is another
//   connection:lost, connection:ok       a request failed for want of the network, or came through

/** Tell every part of the page. */
export function announce(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Listen to one of the events above; the listener gets its detail. */
export function listen(name, listener) {
  document.addEventListener(name, (event) => listener(event.detail));
}
