// The slider and the play button of the network and of the map: ties or places of one year at a time, everything where
// it is. The year stands in the address; without this script the list of years does the same by asking the server.
(() => {
  "use strict";
  const form = document.querySelector(".years");
  const slide = document.getElementById("slide");
  const select = document.getElementById("year");
  const play = document.getElementById("play");
  if (!form || !slide) return;
  const ties = [...document.querySelectorAll("svg [data-years]")].map((tie) => [tie, tie.dataset.years.split(" ")]);
  const known = [...select.options].map((option) => option.value).filter(Boolean);
  const show = (year) => {
    for (const [tie, years] of ties) tie.classList.toggle("off", Boolean(year) && !years.includes(year));
    select.value = year;
    const address = new URL(location.href);
    if (year) address.searchParams.set("year", year); else address.searchParams.delete("year");
    history.replaceState(null, "", address);
  };
  slide.parentElement.hidden = false;
  form.querySelector("button:not([type])").hidden = true;
  slide.addEventListener("input", () => show(slide.value));
  select.addEventListener("change", () => { show(select.value); if (select.value) slide.value = select.value; });
  let timer = 0;
  const words = play.textContent;
  const stop = () => { clearInterval(timer); timer = 0; play.textContent = words; };
  play.addEventListener("click", () => {
    if (timer) { stop(); return; }
    let place = Math.max(0, known.indexOf(select.value));
    play.textContent = play.dataset.stop;
    timer = setInterval(() => {
      if (place >= known.length) { stop(); return; }
      slide.value = known[place];
      show(known[place]);
      place += 1;
    }, 900);
  });
})();
